/**
 * The tenant's OpenID provider: whoever opens it says who they are, programs prove it
 * with a secret.
 */
@NullMarked
package io.countersign.sandbox.openid;

import org.jspecify.annotations.NullMarked;
