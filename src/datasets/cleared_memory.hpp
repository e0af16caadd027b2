// Memory that begins cleared, for a value at each of millions of places. The machine clears it as it is first touched,
// by whichever thread fills it, and where it can in pages of two megabytes: to clear it all beforehand on one core, in
// small pages, takes longer than to fill it.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace entente::datasets {

class ClearedMemory {
public:
    // Throws std::bad_alloc if there is not so much.
    explicit ClearedMemory(std::size_t bytes = 0);

    [[nodiscard]] void* data() noexcept { return begin_.get(); }
    [[nodiscard]] const void* data() const noexcept { return begin_.get(); }
    [[nodiscard]] std::byte* at(std::size_t byte) noexcept { return begin_.get() + byte; }
    [[nodiscard]] const std::byte* at(std::size_t byte) const noexcept { return begin_.get() + byte; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    struct GiveBack {
        std::size_t mapped;  // 0: of the heap
        void operator()(std::byte* begin) const noexcept;
    };

    std::unique_ptr<std::byte, GiveBack> begin_;
    std::size_t size_;
};

// The same as a row of whole numbers, numbers or bytes, all 0 at first.
template <typename Value>
class ClearedArray {
public:
    ClearedArray() = default;
    explicit ClearedArray(std::size_t size) : memory_(size * sizeof(Value)), size_(size) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] Value* data() noexcept { return static_cast<Value*>(memory_.data()); }
    [[nodiscard]] const Value* data() const noexcept { return static_cast<const Value*>(memory_.data()); }
    [[nodiscard]] Value& operator[](std::size_t place) noexcept { return data()[place]; }
    [[nodiscard]] const Value& operator[](std::size_t place) const noexcept { return data()[place]; }
    [[nodiscard]] Value* begin() noexcept { return data(); }
    [[nodiscard]] Value* end() noexcept { return data() + size_; }
    [[nodiscard]] const Value* begin() const noexcept { return data(); }
    [[nodiscard]] const Value* end() const noexcept { return data() + size_; }
    [[nodiscard]] ClearedMemory memory() && noexcept { return std::move(memory_); }

private:
    ClearedMemory memory_;
    std::size_t size_ = 0;
};

}  // namespace entente::datasets
