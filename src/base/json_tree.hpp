#pragma once

// A parsed JSON text: one flat array of nodes in the order of the text, which stands still while it
// is read. Everything that takes JSON from strangers walks this, so the checks are made once:
// nesting at most limits::json_depth, valid UTF-8, no NUL, no number that a double cannot hold.
//
// Members of an object keep their order, and doubled names stay visible, so that the reader can
// refuse them instead of believing the last one.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ogniwo {

class JsonTree {
    struct Entry;

public:
    enum class Kind : std::uint8_t { null, boolean, integer, number, text, list, object };

    // A place in the tree; valid as long as the tree stays where it is.
    class Node {
    public:
        Kind kind() const;
        std::string_view name() const;  // In its object.
        std::string_view text() const;
        bool boolean() const;
        std::int64_t integer() const;
        double number() const;  // Of integers, too.

        // Lists and objects, from first() to end(); the next of the last one is the end.
        Node first() const { return {tree_, index_ + 1}; }
        Node end() const;
        Node next() const { return end(); }

        friend bool operator==(const Node& a, const Node& b) { return a.index_ == b.index_; }

    private:
        friend class JsonTree;
        Node(const JsonTree* tree, std::size_t index) : tree_(tree), index_(index) {}
        const Entry& entry() const;

        const JsonTree* tree_;
        std::size_t index_;
    };

    // Refuses with `unparsable`.
    static Result<JsonTree> parse(std::string_view text);

    Node root() const { return {this, 0}; }

private:
    struct Slice {
        std::uint32_t start = 0;
        std::uint32_t size = 0;
    };
    struct Entry {
        Kind kind = Kind::null;
        std::uint32_t end = 0;  // The index after the last node inside.
        Slice name{};
        Slice text{};
        std::int64_t integer = 0;
        double number = 0;
    };
    struct Builder;

    std::string_view slice(Slice at) const {
        return std::string_view(texts_).substr(at.start, at.size);
    }

    std::vector<Entry> entries_;
    std::string texts_;
};

inline const JsonTree::Entry& JsonTree::Node::entry() const {
    return tree_->entries_[index_];
}
inline JsonTree::Kind JsonTree::Node::kind() const {
    return entry().kind;
}
inline std::string_view JsonTree::Node::name() const {
    return tree_->slice(entry().name);
}
inline std::string_view JsonTree::Node::text() const {
    return tree_->slice(entry().text);
}
inline bool JsonTree::Node::boolean() const {
    return entry().integer != 0;
}
inline std::int64_t JsonTree::Node::integer() const {
    return entry().integer;
}
inline double JsonTree::Node::number() const {
    return entry().number;
}
inline JsonTree::Node JsonTree::Node::end() const {
    return {tree_, entry().end};
}

// Appends the canonical form: sorted names, no spaces. False when an object names a member twice;
// `out` is then of no use.
bool write_canonical(std::string& out, JsonTree::Node node);

}  // namespace ogniwo
