/** Exchange Online through Microsoft Graph, with all its habits kept inside. */
@NullMarked
package io.countersign.connector.graph;

import org.jspecify.annotations.NullMarked;
