#include "http/proxies.hpp"

#include <doctest/doctest.h>

#include "http/options.hpp"

namespace ogniwo {
namespace {

const std::vector<IpNetwork> trusted{*parse_network("10.0.0.0/8"), *parse_network("::1")};

TEST_CASE("the client is the right-most address that no trusted proxy vouches for any further") {
    struct Case {
        std::string peer;
        std::string forwarded;
        std::string client;
    };
    const Case cases[] = {
        // Strangers may write what they like.
        {"203.0.113.9", "192.0.2.1", "203.0.113.9"},
        {"203.0.113.9", "", "203.0.113.9"},
        // One proxy, two proxies, and what the client itself had written before them.
        {"10.0.0.1", "192.0.2.1", "192.0.2.1"},
        {"10.0.0.1", "192.0.2.1, 10.0.0.2", "192.0.2.1"},
        {"10.0.0.1", "127.0.0.1, 192.0.2.1, 10.0.0.2", "192.0.2.1"},
        {"10.0.0.1", "10.9.9.9, 192.0.2.1", "192.0.2.1"},
        // Only trusted ones: the farthest of them asked itself.
        {"10.0.0.1", "", "10.0.0.1"},
        {"10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"},
        // Ports and brackets.
        {"10.0.0.1", "192.0.2.1:4711", "192.0.2.1"},
        {"10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"},
        {"10.0.0.1", "2001:db8::7", "2001:db8::7"},
        {"::1", "192.0.2.1", "192.0.2.1"},
        // What cannot be read ends the reading.
        {"10.0.0.1", "192.0.2.1, unknown", "10.0.0.1"},
        {"10.0.0.1", "192.0.2.1, unknown, 10.0.0.2", "10.0.0.2"},
        {"10.0.0.1", "192.0.2.1,", "10.0.0.1"},
        {"10.0.0.1", "[2001:db8::7", "10.0.0.1"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.peer);
        CAPTURE(c.forwarded);
        NamedValues headers;
        if (!c.forwarded.empty()) headers.emplace_back("x-forwarded-for", c.forwarded);
        const RequestOrigin origin =
            resolve_origin(*parse_address(c.peer), Arrival::clear, headers, trusted);
        CHECK(origin.client.to_text() == c.client);
    }
}

TEST_CASE("a request is secure if its client's connection is, as far as we can know") {
    struct Case {
        std::string peer;
        Arrival arrival;
        std::string proto;
        bool secure;
    };
    const Case cases[] = {
        {"203.0.113.9", Arrival::clear, "https", false},
        {"203.0.113.9", Arrival::encrypted, "http", true},
        {"10.0.0.1", Arrival::clear, "https", true},
        {"10.0.0.1", Arrival::clear, "http", false},
        {"10.0.0.1", Arrival::encrypted, "http", false},
        {"10.0.0.1", Arrival::clear, "https, http", false},
        {"10.0.0.1", Arrival::clear, "", false},
        {"10.0.0.1", Arrival::encrypted, "", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.peer);
        CAPTURE(c.proto);
        NamedValues headers;
        if (!c.proto.empty()) headers.emplace_back("x-forwarded-proto", c.proto);
        CHECK(resolve_origin(*parse_address(c.peer), c.arrival, headers, trusted).secure ==
              c.secure);
    }
}

TEST_CASE("a trace id is taken over from a trusted proxy only, and only a valid one") {
    const std::string id = "4bf92f3577b34da6a3ce929d0e0e4736";
    const NamedValues headers{{"traceparent", "00-" + id + "-00f067aa0ba902b7-01"}};
    CHECK(resolve_origin(*parse_address("10.0.0.1"), Arrival::clear, headers, trusted).trace == id);
    CHECK_FALSE(resolve_origin(*parse_address("192.0.2.1"), Arrival::clear, headers, trusted)
                    .trace.has_value());
    for (const std::string& broken : {std::string(),
                                      "00-" + id + "-00f067aa0ba902b7-0",
                                      "ff-" + id + "-00f067aa0ba902b7-01",
                                      "00-" + std::string(32, '0') + "-00f067aa0ba902b7-01",
                                      "00-" + std::string(32, 'A') + "-00f067aa0ba902b7-01",
                                      "00-" + id + "-00f067aa0ba902b7-01-x"}) {
        CAPTURE(broken);
        CHECK_FALSE(trace_of(broken).has_value());
    }
}

TEST_CASE("passwords are not sent in clear text: beyond loopback it takes TLS or a proxy") {
    struct Case {
        std::string address;
        std::string cert;
        std::string key;
        bool proxy;
        std::string reason;  // Empty: fine.
    };
    const Case cases[] = {
        {"127.0.0.1", "", "", false, ""},
        {"::1", "", "", false, ""},
        {"0.0.0.0", "", "", false, "http.listen_exposed"},
        {"::", "", "", false, "http.listen_exposed"},
        {"192.0.2.1", "", "", false, "http.listen_exposed"},
        {"192.0.2.1", "", "", true, ""},
        {"192.0.2.1", "c.pem", "k.pem", false, ""},
        {"127.0.0.1", "c.pem", "", false, "http.tls_incomplete"},
        {"192.0.2.1", "", "k.pem", true, "http.tls_incomplete"},
        {"localhost", "", "", false, "http.listen_address_invalid"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.address);
        HttpOptions options;
        options.address = c.address;
        options.tls_cert = c.cert;
        options.tls_key = c.key;
        if (c.proxy) options.trusted_proxies = trusted;
        const Outcome outcome = check_exposure(options);
        CHECK((outcome ? "" : std::string(outcome.error().reason.name)) == c.reason);
    }
}

}  // namespace
}  // namespace ogniwo
