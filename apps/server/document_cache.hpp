// Documents that were rendered, by what they were made from. Bounded in bytes: the one that was not asked for longest
// goes first. Safe for many threads.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace entente::server {

using Text = std::shared_ptr<const std::string>;

class DocumentCache {
public:
    explicit DocumentCache(std::size_t bytes_at_most) : bytes_at_most_(bytes_at_most) {}

    // Null if it is not there.
    [[nodiscard]] Text find(const std::string& key);

    // What is larger than the whole cache is not kept.
    void keep(const std::string& key, Text text);

    [[nodiscard]] std::size_t bytes() const;

private:
    using Entries = std::list<std::pair<std::string, Text>>;  // the latest asked for stands first

    std::size_t bytes_at_most_;
    mutable std::mutex mutex_;
    Entries entries_;
    std::map<std::string, Entries::iterator, std::less<>> by_key_;
    std::size_t bytes_ = 0;
};

}  // namespace entente::server
