package org.twosource.reuse;

import org.twosource.text.Sentence;

/**
 * What is known of lines that sites print under or over everything: menus, rights lines, "follow
 * us". A shared line of furniture is no evidence of copying.
 */
public interface Furniture {

  /** Whether the sentence is printed with reports of other stories too. */
  boolean holds(Sentence sentence);

  /** Nothing is known of other stories. */
  Furniture NONE = sentence -> false;
}
