/**
 * What the provider and the network do wrong while mail flows, and the books after it.
 */
@NullMarked
package io.countersign.fault;

import org.jspecify.annotations.NullMarked;
