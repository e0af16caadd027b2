#include "server/document_cache.hpp"

namespace entente::server {

Text DocumentCache::find(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->second;
}

void DocumentCache::keep(const std::string& key, Text text) {
    const std::size_t size = text->size() + key.size();
    const std::scoped_lock lock(mutex_);
    if (size > bytes_at_most_ || by_key_.contains(key)) return;
    entries_.emplace_front(key, std::move(text));
    by_key_.emplace(key, entries_.begin());
    bytes_ += size;
    while (bytes_ > bytes_at_most_) {
        const auto& [oldest, kept] = entries_.back();
        bytes_ -= kept->size() + oldest.size();
        by_key_.erase(oldest);
        entries_.pop_back();
    }
}

std::size_t DocumentCache::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

}  // namespace entente::server
