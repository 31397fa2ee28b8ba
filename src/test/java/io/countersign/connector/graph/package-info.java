/** Microsoft Graph with everything that goes wrong there. */
@NullMarked
package io.countersign.connector.graph;

import org.jspecify.annotations.NullMarked;
