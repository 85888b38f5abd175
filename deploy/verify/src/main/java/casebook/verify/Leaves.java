package casebook.verify;

import casebook.transparency.Hash;

/** The leaf hashes of a log as its tiles have them. */
interface Leaves {

    /** How many there are. */
    long size();

    /** The hash of an entry; they are asked for in order. */
    Hash at(long index);
}
