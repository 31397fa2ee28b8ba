/** Microsoft Graph with everything that goes wrong there. */
@NullMarked
package io.countersign.connector.spi;

import org.jspecify.annotations.NullMarked;
