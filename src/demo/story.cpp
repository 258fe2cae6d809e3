#include "demo/story.hpp"

#include <algorithm>
#include <charconv>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::demo {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

template <class E>
E word(const std::vector<std::string>& words, std::size_t index) {
    INVARIANT(index < words.size());
    const auto value = enum_value<E>(words[index]);
    INVARIANT(value.has_value());
    return *value;
}

// Adds one more line to a text: joined by a space, unless it begins a line or a paragraph.
void join(std::string& text, std::string_view line) {
    if (line.empty()) {
        if (!text.empty() && !text.ends_with("\n\n")) text += "\n\n";
        return;
    }
    const bool begins_line = line.front() == '/';
    if (begins_line) line.remove_prefix(1);
    if (!text.empty() && !text.ends_with('\n')) text += begins_line ? '\n' : ' ';
    text += line;
}

// Reads one line after the other into the last story.
class StoryReader {
public:
    void read(std::string_view line) {
        if (line.starts_with("# ")) return begin(line.substr(2));
        if (stories_.empty() && line.empty()) return;
        INVARIANT(!stories_.empty());
        if (line.starts_with("~ ")) return add_gap(line.substr(2));
        if (line.starts_with("@")) return add_line(line.substr(1));
        Story& story = stories_.back();
        if (!story.lines.empty()) return join(story.lines.back().text, line);
        if (!story.subject.empty()) return join(story.text, line);
        story.subject = line;
    }

    std::vector<Story> finish() && {
        for (Story& story : stories_) {
            story.text = trim(story.text);
            for (Line& line : story.lines) line.text = std::string(trim(line.text));
            INVARIANT(!story.text.empty() && !story.lines.empty());
        }
        return std::move(stories_);
    }

private:
    void begin(std::string_view head) {
        const auto bar = head.find('|');
        const auto words = split(head.substr(0, bar), " ");
        INVARIANT(words.size() == 4);
        stories_.push_back({.language = word<people::Language>(words, 0),
                            .name = words[1],
                            .impact = word<tickets::Impact>(words, 2),
                            .urgency = word<tickets::Urgency>(words, 3)});
        if (bar != std::string_view::npos) stories_.back().kinds = split(head.substr(bar + 1), " ");
    }
    void add_gap(std::string_view text) {
        const auto colon = text.find(':');
        INVARIANT(colon != std::string_view::npos);
        Gap gap{.name = std::string(trim(text.substr(0, colon))), .contents = {}};
        for (const std::string& content : split(text.substr(colon + 1), "|")) {
            gap.contents.push_back(split(content, ";"));
        }
        INVARIANT(!gap.contents.empty());
        stories_.back().gaps.push_back(std::move(gap));
    }
    void add_line(std::string_view text) {
        auto words = split(text, " ");
        INVARIANT(words.size() >= 2);
        Line line{.act = word<Act>(words, 0)};
        const char* end = words[1].data() + words[1].size();
        INVARIANT(std::from_chars(words[1].data(), end, line.minutes).ptr == end);
        line.words.assign(words.begin() + 2, words.end());
        stories_.back().lines.push_back(std::move(line));
    }

    std::vector<Story> stories_;
};

// "she|he", by the sex of a person.
std::string_view either(std::string_view pair, const Character& whose) {
    const auto bar = pair.find('|');
    INVARIANT(bar != std::string_view::npos);
    return whose.is_woman ? pair.substr(0, bar) : pair.substr(bar + 1);
}

std::string gap_content(std::string_view name, const Speech& speech) {
    if (name == "me") return speech.speaker.name();
    if (name == "greet") return speech.requester.greeting;
    if (name == "requester") return speech.requester.name();
    if (name == "customer") return std::string(speech.customer);
    std::size_t form = 0;
    if (const auto dot = name.find('.'); dot != std::string_view::npos) {
        form = static_cast<std::size_t>(name[dot + 1] - '1');
        name = name.substr(0, dot);
    }
    const auto& gaps = speech.story.gaps;
    const auto gap = std::ranges::find(gaps, name, &Gap::name);
    INVARIANT(gap != gaps.end());
    const auto& forms = *speech.choice[static_cast<std::size_t>(gap - gaps.begin())];
    INVARIANT(form < forms.size());
    return forms[form];
}

}  // namespace

bool Story::fits(people::Language spoken, std::string_view kind) const {
    return spoken == language && (kinds.empty() || std::ranges::find(kinds, kind) != kinds.end());
}

std::vector<Story> read_stories(std::string_view text) {
    StoryReader reader;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        reader.read(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(reader).finish();
}

const std::vector<Story>& all_stories() {
    static const std::vector<Story> stories = [] {
        std::vector<Story> all;
        for (const auto text : {polish_workplace_stories(),
                                polish_account_stories(),
                                polish_network_stories(),
                                polish_application_stories(),
                                polish_long_stories(),
                                english_stories()}) {
            std::ranges::move(read_stories(text), std::back_inserter(all));
        }
        return all;
    }();
    return stories;
}

std::string fill_in(std::string_view text, const Speech& speech) {
    std::string filled;
    filled.reserve(text.size() + 64);
    while (!text.empty()) {
        const auto start = std::min(text.find_first_of("{<["), text.size());
        filled += text.substr(0, start);
        text.remove_prefix(start);
        if (text.empty()) break;
        const char opening = text.front();
        const auto end = text.find(opening == '{' ? '}' : opening == '<' ? '>' : ']');
        INVARIANT(end != std::string_view::npos);
        const auto inside = text.substr(1, end - 1);
        if (opening == '{') {
            filled += gap_content(inside, speech);
        } else {
            filled += either(inside, opening == '<' ? speech.speaker : speech.requester);
        }
        text.remove_prefix(end + 1);
    }
    return filled;
}

}  // namespace ogniwo::demo
