/** What each grammar takes, and what it takes nothing from. */
@NullMarked
package io.countersign.verdicts.header;

import org.jspecify.annotations.NullMarked;
