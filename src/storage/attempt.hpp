#pragma once

// A part of a Work that may fail alone: what it has written is taken back unless it is kept.
//
// For verbs on many rows, where a refusal of one must leave that one as it was and the others done,
// and for previews, which do everything and keep nothing. Attempts may lie within one another.

#include "storage/tx.hpp"

namespace ogniwo {

class Attempt {
public:
    explicit Attempt(Tx& tx) : connection_(tx.connection()) { connection_.savepoint(); }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;

    // An exception passes through here on its way to the loop that ends the transaction. That loop
    // undoes the last savepoint there is, which must be its own again.
    ~Attempt() {
        if (kept_ || !connection_.in_transaction()) return;
        // A connection that is gone has no savepoints left, and a destructor must not throw.
        try {
            connection_.rollback_to();
        } catch (const StorageError&) {
        }
    }

    void keep() {
        connection_.release();
        kept_ = true;
    }

private:
    Connection& connection_;
    bool kept_ = false;
};

}  // namespace ogniwo
