package casebook.query.attachments.view;

import casebook.events.ExhibitFileAttached;

/**
 * The newest version of an exhibit's file, as the ledger names it.
 *
 * @param position the ledger position up to which it is the newest
 */
public record AttachedFile(ExhibitFileAttached file, long position) {}
