/**
 * The ledger as a transparency log that anybody can check: the Merkle tree of RFC 6962, section 2.1, over SHA-256, and the
 * texts and tiles of C2SP (<a href="https://c2sp.org">c2sp.org</a>) by which logs are read, signed and witnessed. Plain
 * Java without dependencies, so that an auditor can run it without the rest.
 *
 * <p>Terms:
 *
 * <dl>
 *   <dt>entry, leaf
 *   <dd>what the log holds, bytes; an event's line. Its hash with the prefix 0x00 is a leaf of the tree
 *   <dt>index
 *   <dd>an entry's place in the log, from 0
 *   <dt>size
 *   <dd>the number of entries of a log or a tree
 *   <dt>root
 *   <dd>the hash over all entries; no entry can be altered, removed, added or moved without changing it
 *   <dt>inclusion proof
 *   <dd>the hashes that lead from one leaf to the root
 *   <dt>consistency proof
 *   <dd>the hashes that show that a tree extends an earlier one
 *   <dt>note
 *   <dd>a text with signatures below
 *   <dt>checkpoint
 *   <dd>a note by which a log states its size and root; origin is the log's identity in it
 *   <dt>witness, cosignature
 *   <dd>a third party that has seen the log grow, and its signature below a checkpoint, with the time
 *   <dt>tile
 *   <dd>up to 256 consecutive hashes of one level of the tree, or entries, as a static file; the last one may be partial
 * </dl>
 */
@NullMarked
package casebook.transparency;

import org.jspecify.annotations.NullMarked;
