/**
 * The desk: a store as pages that people keep open. In: requests on a port of this machine. Out:
 * pages, and what programs ask for. {@link org.twosource.app.serve.DeskServer} opens it, {@link
 * org.twosource.app.serve.Gate} stands before everything, {@link org.twosource.app.serve.Routes} is
 * the table of all addresses. Handlers are thin: they ask {@code store}, {@code search} and {@code
 * desk}, and write through {@link org.twosource.app.serve.DeskWriter} alone. Javalin and Jetty are
 * imported in this package and those below it alone.
 */
@NullMarked
package org.twosource.app.serve;

import org.jspecify.annotations.NullMarked;
