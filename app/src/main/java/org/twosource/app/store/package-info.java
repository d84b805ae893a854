/**
 * What a newsroom keeps: every input with what came of it, the reports, the stories they make, the
 * reader's decisions, watches and alerts. {@link org.twosource.app.store.Store} is the door; {@link
 * org.twosource.app.store.StorePlace} says where it is: in a folder or in a database. Nothing here
 * decides anything: {@code app.desk} does. JDBC and zstd are imported in this package alone.
 */
@NullMarked
package org.twosource.app.store;

import org.jspecify.annotations.NullMarked;
