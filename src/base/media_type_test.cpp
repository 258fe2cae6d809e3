#include "base/media_type.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {

TEST_CASE("files are what their bytes are, whatever they are called") {
    using namespace std::string_literals;
    struct Case {
        std::string bytes;
        std::string name;
        std::string type;
    };
    for (const Case& one : {
             Case{"\x89PNG\r\n\x1a\n....", "faktura.pdf", "image/png"},
             Case{"\xff\xd8\xff\xe0....", "", "image/jpeg"},
             Case{"GIF89a....", "a.gif", "image/gif"},
             Case{"RIFF....WEBPVP8 ", "a.webp", "image/webp"},
             Case{"RIFF\x01\x02\x03\x04WAVEfmt ", "a.webp", "application/octet-stream"},
             Case{"%PDF-1.7\n....", "a", "application/pdf"},
             Case{"PK\x03\x04....",
                  "Raport.DOCX",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
             Case{"PK\x03\x04....", "raport", "application/zip"},
             Case{"....ftypisom....", "film", "video/mp4"},
             Case{"Zażółć gęślą jaźń\n", "log.exe", "text/plain"},
             Case{"<script>alert(1)</script>", "a.html", "text/plain"},
             Case{"<svg xmlns='...'/>", "a.svg", "text/plain"},
             Case{"MZ\x00\x01"s, "a.txt", "application/octet-stream"},
             Case{"\xff\xfe", "a.txt", "application/octet-stream"},
             Case{"", "a.txt", "application/octet-stream"},
         }) {
        CAPTURE(one.name);
        CAPTURE(one.bytes);
        CHECK(media_type_of(one.bytes, one.name) == one.type);
    }
}

TEST_CASE("a file's name comes without folders and spaces around it") {
    CHECK(file_name("C:\\Dane\\skan.pdf") == "skan.pdf");
    CHECK(file_name("/tmp/ skan 1.pdf ") == "skan 1.pdf");
    CHECK(file_name("skan/").empty());
}

TEST_CASE("only pictures that can do nothing are shown in the browser") {
    CHECK(is_plain_picture("image/png"));
    CHECK(is_plain_picture("image/webp"));
    CHECK_FALSE(is_plain_picture("image/svg+xml"));
    CHECK_FALSE(is_plain_picture("application/pdf"));
    CHECK_FALSE(is_plain_picture("text/html"));
}

}  // namespace ogniwo
