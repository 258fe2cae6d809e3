#include "app/words.hpp"

#include <doctest/doctest.h>

namespace ogniwo::app {

TEST_CASE("the terminal tells a refusal in the words of the documentation, in both languages") {
    CHECK(words_for("app.folder_in_use", TerminalLanguage::english) ==
          "Another process works in this data folder. Stop it first.");
    CHECK(words_for("app.folder_in_use", TerminalLanguage::polish) ==
          "W tym katalogu danych działa inny proces. Najpierw go zatrzymaj.");
    CHECK(words_for("desk.invented", TerminalLanguage::polish) == "desk.invented");
}

}  // namespace ogniwo::app
