// The compiled halves of Asio and Beast. They are built once, here, so that no other file pays.

#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
