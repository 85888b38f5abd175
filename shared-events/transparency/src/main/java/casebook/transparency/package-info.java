/** The Merkle tree of RFC 6962, section 2.1, over SHA-256. Plain Java, so that an auditor can run it without the rest. */
@NullMarked
package casebook.transparency;

import org.jspecify.annotations.NullMarked;
