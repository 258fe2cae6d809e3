#include "base/crypto.hpp"

#include <doctest/doctest.h>

#include "base/encoding.hpp"
#include "base/random.hpp"

namespace ogniwo {
namespace {

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(from_hex(sha256_hex("abc")) == sha256("abc"));
}

TEST_CASE("a digest does not depend on how its bytes arrive") {
    const std::string whole(100'000, 'a');
    for (const std::size_t part :
         {std::size_t{1}, std::size_t{63}, std::size_t{64}, whole.size()}) {
        Sha256 sum;
        for (std::size_t i = 0; i < whole.size(); i += part) {
            sum.add(std::string_view(whole).substr(i, part));
        }
        CHECK(sum.finish() == sha256(whole));
    }
    CHECK(Sha256().finish() == sha256(""));
}

TEST_CASE("HMAC-SHA-256 gives the codes of RFC 4231") {
    CHECK(to_hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(to_hex(hmac_sha256(std::string(131, '\xaa'),
                             "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("bytes are the same only when all of them are") {
    CHECK(same_bytes("", ""));
    CHECK(same_bytes("abc", "abc"));
    CHECK_FALSE(same_bytes("abc", "abd"));
    CHECK_FALSE(same_bytes("abc", "ab"));
    CHECK_FALSE(same_bytes("", "a"));
}

TEST_CASE("a sealed secret opens with its key and in its place only") {
    SeededRandom random(1);
    const SealKey key = SealKey::fresh(random), other = SealKey::fresh(random);
    const std::string place = "channel|7|password";

    for (const std::string& secret : {std::string(), std::string("hunter2"), random.bytes(5'000)}) {
        const std::string sealed = aead_seal(key, place, secret, random);
        CHECK(sealed.size() == secret.size() + 40);
        CHECK(aead_open(key, place, sealed) == secret);
        CHECK(aead_seal(key, place, secret, random) != sealed);
        CHECK_FALSE(aead_open(other, place, sealed).has_value());
        CHECK_FALSE(aead_open(key, "channel|8|password", sealed).has_value());
    }
}

TEST_CASE("no bit of a sealed secret can be changed, and none can be cut off") {
    SeededRandom random(2);
    const SealKey key = SealKey::fresh(random);
    const std::string sealed = aead_seal(key, "place", "secret", random);
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        std::string changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        CHECK_FALSE(aead_open(key, "place", changed).has_value());
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        CHECK_FALSE(aead_open(key, "place", sealed.substr(0, size)).has_value());
    }
}

TEST_CASE("the seal is XChaCha20-Poly1305 as the draft prints it") {
    // Appendix A.3.1 of draft-irtf-cfrg-xchacha: its key, nonce, plaintext and associated data.
    const SealKey key(
        *from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
    const std::string sealed = *from_hex(
        "404142434445464748494a4b4c4d4e4f5051525354555657"
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
        "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
        "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
        "21f9664c97637da9768812f615c68b13b52e"
        "c0875924c1c7987947deafd8780acf49");
    CHECK(aead_open(key, *from_hex("50515253c0c1c2c3c4c5c6c7"), sealed) ==
          "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
          "future, sunscreen would be it.");
}

TEST_CASE("a password is recognised by its hash, and every hash has its own salt") {
    const std::string hash = hash_password("zażółć gęślą jaźń");
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(is_password(hash, "zażółć gęślą jaźń"));
    CHECK_FALSE(is_password(hash, "zażółć gęślą jazń"));
    CHECK_FALSE(is_password(hash, ""));
    CHECK(hash_password("zażółć gęślą jaźń") != hash);
    CHECK_FALSE(is_outdated_hash(hash));
}

TEST_CASE("a password typed on another system is the same password") {
    const std::string composed = "za\u017c\u00f3\u0142\u0107";
    const std::string decomposed = "zaz\u0307o\u0301\u0142c\u0301";
    CHECK(is_password(hash_password(composed), decomposed));
}

TEST_CASE("what is no hash matches no password and wants to be replaced") {
    for (const char* hash : {"", "x", "$argon2id$", "password"}) {
        CHECK_FALSE(is_password(hash, "password"));
        CHECK(is_outdated_hash(hash));
    }
    CHECK_FALSE(is_password(std::string(1'000, '$'), "password"));
    CHECK(
        is_outdated_hash("$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

}  // namespace
}  // namespace ogniwo
