// The compiled half of Beast. It is built once, here, so that no other file pays.

#include <boost/beast/src.hpp>
