/**
 * The scenarios of the product, played on everything that really runs: the sandbox
 * tenant, the Graph SDK, PostgreSQL, the product's own API.
 */
@NullMarked
package io.countersign.scenario;

import org.jspecify.annotations.NullMarked;
