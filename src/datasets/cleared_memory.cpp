#include "datasets/cleared_memory.hpp"

#include <sys/mman.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace entente::datasets {
namespace {

constexpr std::size_t kLargePage = std::size_t{1} << 21U;
// A smaller piece would take a large page that it leaves half empty.
constexpr std::size_t kWorthLargePages = 2 * kLargePage;

}  // namespace

void ClearedMemory::GiveBack::operator()(std::byte* begin) const noexcept {
    if (mapped == 0) {
        std::free(begin);  // NOLINT(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): of calloc
    } else {
        (void)::munmap(begin, mapped);
    }
}

// More is asked for than is needed, and what stands before the first large page is given back.
ClearedMemory::ClearedMemory(std::size_t bytes) : begin_(nullptr, GiveBack{0}), size_(bytes) {
    if (bytes == 0) return;
    if (bytes < kWorthLargePages) {
        // NOLINTNEXTLINE(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): it comes cleared
        begin_.reset(static_cast<std::byte*>(std::calloc(bytes, 1)));
        if (begin_ == nullptr) throw std::bad_alloc();
        return;
    }
    const auto asked = bytes + kLargePage;
    void* const given = ::mmap(nullptr, asked, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (given == MAP_FAILED) throw std::bad_alloc();
    void* begin = given;
    auto kept = asked;
    (void)std::align(kLargePage, bytes, begin, kept);
    if (kept < asked) (void)::munmap(given, asked - kept);
    begin_ = std::unique_ptr<std::byte, GiveBack>(static_cast<std::byte*>(begin), GiveBack{kept});
#ifdef __linux__
    (void)::madvise(begin, kept, MADV_HUGEPAGE);  // where the machine has none, small ones do
#endif
}

}  // namespace entente::datasets
