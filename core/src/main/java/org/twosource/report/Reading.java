package org.twosource.report;

import java.util.List;

/**
 * What came out of the inputs: the reports, in input order, and everything that gave none.
 *
 * @param reports ids are unique
 * @param unreadable in input order
 */
public record Reading(List<Report> reports, List<Unreadable> unreadable) {
  public Reading {
    reports = List.copyOf(reports);
    unreadable = List.copyOf(unreadable);
  }
}
