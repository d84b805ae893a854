package org.twosource;

import java.util.List;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.text.Published;
import org.twosource.text.Text;

/**
 * Fills in publication dates that neither metadata, nor address, nor text give: the middle date of
 * the story's other reports, else the date the user named.
 */
record PublicationDates(Optional<PartialDate> asOf) {

  List<Text> complete(List<Text> story) {
    List<PartialDate> known =
        story.stream().flatMap(text -> text.published().date().stream()).sorted().toList();
    Published fallback =
        known.isEmpty()
            ? asOf.map(date -> new Published(Optional.of(date), Published.From.AS_OF))
                .orElse(Published.UNKNOWN)
            : new Published(
                Optional.of(known.get(known.size() / 2).day()), Published.From.SIBLINGS);
    return story.stream()
        .map(text -> text.published().date().isPresent() ? text : text.withPublished(fallback))
        .toList();
  }
}
