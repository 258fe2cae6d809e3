#pragma once

// What kind of file some bytes are, by our own look at them: what a sender says of a file is what a
// sender would like it to be taken for.

#include <string>
#include <string_view>

namespace ogniwo {

// "image/png", "application/pdf", "text/plain" ...; "application/octet-stream" for what is not
// known. The name decides only between formats that begin alike (.docx and .zip).
std::string_view media_type_of(std::string_view bytes, std::string_view name);

// Pictures that a browser can show and that cannot do anything: no SVG, which can hold scripts.
bool is_plain_picture(std::string_view media_type);

// A file's name without the folders that some browsers and programs send along, and without spaces
// around it.
std::string file_name(std::string_view path);

}  // namespace ogniwo
