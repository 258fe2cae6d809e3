// The compiled half of Asio. It is built once, here, so that no other file pays.

#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
