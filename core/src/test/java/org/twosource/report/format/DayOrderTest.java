package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>08/05/2024</p><p>Old: 25/12/2023</p>                  |                          | DAY_FIRST
          <p>08/05/2024</p><p>Old: 12/25/2023</p>                  | https://a.co.uk/x        | MONTH_FIRST
          <html lang=en-GB><p>08/05/2024</p>                       |                          | DAY_FIRST
          <html lang=en-US><p>08/05/2024, Quay, United Kingdom</p> | https://a.co.uk/x        | MONTH_FIRST
          <p>08/05/2024</p>                                        | https://www.a.co.uk/news | DAY_FIRST
          <p>08/05/2024</p>                                        | https://a.com.au         | DAY_FIRST
          <p>08/05/2024</p><span>Quay, United Kingdom</span>       |                          | DAY_FIRST
          <p>08/05/2024</p><span>Velm, Ireland</span>              | https://a.com/uk/x       | DAY_FIRST
          <p>08/05/2024</p>                                        |                          | MONTH_FIRST
          <p>08/05/2024</p>                                        | https://a.com/uk/x       | MONTH_FIRST
          <p>08/05/2024</p><p>She left for the United Kingdom</p>  |                          | MONTH_FIRST
          <p>08/05/2024</p><p>3/4/2024 and 5/6/2024</p>            | https://a.us/x           | MONTH_FIRST
          """)
  void thePageTellsWhichComesFirst(String html, String address, DayOrder order) {
    assertThat(DayOrder.of(Jsoup.parse(html), address == null ? "" : address)).isEqualTo(order);
  }
}
