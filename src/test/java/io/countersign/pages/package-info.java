/**
 * The pages as people meet them: the modules behind them run, a browser signs in at the
 * sandbox's provider, and mails are opened as cases by hand, so that a page depends on no
 * reading. Only the pages of whole scenarios show what was read.
 */
@NullMarked
package io.countersign.pages;

import org.jspecify.annotations.NullMarked;
