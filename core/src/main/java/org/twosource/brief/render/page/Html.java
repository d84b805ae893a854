package org.twosource.brief.render.page;

/**
 * A growing piece of HTML. Everything that did not come from this package goes through {@link
 * #text} or an attribute value and is escaped there; characters that could steer a page or turn its
 * direction are shown as {@code U+FFFD}.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Opens a tag; attributes are name, value, name, value; a null value leaves its name out. */
  public Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  public Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** A whole element with text in it. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  public Html text(String text) {
    escape(text);
    return this;
  }

  public Html line() {
    out.append('\n');
    return this;
  }

  /** Markup that this package made. */
  public Html add(Html other) {
    out.append(other.out);
    return this;
  }

  /** Markup from a resource file of this package. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  public int length() {
    return out.length();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(isHarmless(c) ? c : '\uFFFD');
          }
        }
      }
    }
  }

  private static boolean isHarmless(char c) {
    return c == '\n'
        || c == '\t'
        || !(Character.isISOControl(c)
            || Character.isSurrogate(c)
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069)
            || c >= 0xFFFE);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
