#include "base/suggest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ogniwo {
namespace {

// Names are short; longer ones are strangers' text and would cost time squared.
constexpr std::size_t longest = 64;

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Optimal string alignment distance, row by row (Damerau 1964, without overlapping swaps).
std::size_t slips(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = small(a[i - 1]) == small(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) &&
                                 small(a[i - 2]) == small(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known) {
    if (typed.empty() || typed.size() > longest) return std::nullopt;

    std::optional<std::string_view> best;
    std::size_t fewest = 0;
    for (const std::string_view word : known) {
        if (word.size() > longest) continue;
        const std::size_t needed = slips(typed, word);
        if (needed > std::max<std::size_t>(1, word.size() / 3)) continue;
        if (best && needed >= fewest) continue;
        best = word;
        fewest = needed;
    }
    return best;
}

}  // namespace ogniwo
