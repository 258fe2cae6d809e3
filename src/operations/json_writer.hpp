#pragma once

// Writes JSON documents that have no type of their own, piece by piece; it knows where commas go.

#include <string>
#include <string_view>

#include "base/json.hpp"

namespace ogniwo {

class JsonWriter {
public:
    JsonWriter& object() { return begin('{'); }
    JsonWriter& end_object() { return end('}'); }
    JsonWriter& list() { return begin('['); }
    JsonWriter& end_list() { return end(']'); }

    JsonWriter& key(std::string_view name) {
        comma();
        write_json_text(out_, name);
        out_ += ':';
        after_key_ = true;
        return *this;
    }
    JsonWriter& text(std::string_view value) {
        comma();
        write_json_text(out_, value);
        return *this;
    }
    JsonWriter& number(std::int64_t value) { return raw(std::to_string(value)); }
    JsonWriter& flag(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter& raw(std::string_view json) {
        comma();
        out_ += json;
        return *this;
    }

    std::string take() { return std::move(out_); }

private:
    JsonWriter& begin(char bracket) {
        comma();
        out_ += bracket;
        return *this;
    }
    JsonWriter& end(char bracket) {
        out_ += bracket;
        after_key_ = false;
        return *this;
    }
    void comma() {
        const bool first = out_.empty() || out_.back() == '{' || out_.back() == '[';
        if (!first && !after_key_) out_ += ',';
        after_key_ = false;
    }

    std::string out_;
    bool after_key_ = false;
};

}  // namespace ogniwo
