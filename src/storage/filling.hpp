#pragma once

// Filling a database that nobody uses yet, from a source that can be read again: commits need not
// wait for the disk until the whole is there.
//
// A power cut in between may leave the database broken, so its owner writes down before that it is
// being filled, and after settle() that it is full; what lies in between is thrown away.

#include "storage/connection.hpp"

namespace ogniwo {

class Filling {
public:
    // `connection` outlives this and is not inside a transaction.
    explicit Filling(Connection& connection);

    // After every few transactions, so that the write-ahead log stays small.
    void tidy();
    // Everything is on the disk afterwards, and every later commit waits for it again.
    void settle();

private:
    Connection& connection_;
};

}  // namespace ogniwo
