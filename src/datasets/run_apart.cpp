#include "datasets/run_apart.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <fstream>
#include <new>
#include <string_view>

#include "core/error.hpp"
#include "datasets/raw_file.hpp"

namespace entente::datasets {

namespace {

// AddressSanitizer reserves terabytes of addresses, so that no limit on them can hold; and what it prints is wanted.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

constexpr std::size_t kLongestMessage = std::size_t{64} << 20U;
// How the copy says that it ended well; a message cut off in the middle lacks it.
constexpr char kWhole = 'W';
constexpr char kFailed = 'F';

constexpr int kDone = 0;
constexpr int kOutOfMemory = 3;
constexpr int kThrew = 4;
constexpr int kFailedToSay = 5;

void limit(__rlimit_resource resource, std::uintmax_t most) {
    struct rlimit now{};
    if (getrlimit(resource, &now) != 0) return;
    now.rlim_cur = std::min<rlim_t>(most, now.rlim_max);
    now.rlim_max = now.rlim_cur;
    setrlimit(resource, &now);
}

std::uintmax_t addresses_in_use() {
    std::uintmax_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uintmax_t>(sysconf(_SC_PAGESIZE));
}

void confine(const ApartLimits& limits) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.seconds + 1);
    limit(RLIMIT_FSIZE, limits.file_bytes);
    if (!kSanitized) limit(RLIMIT_AS, addresses_in_use() + limits.memory_bytes);
    std::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails then, and can be reported
    std::signal(SIGPIPE, SIG_IGN);
    // What a library prints about a broken file is for nobody.
    if (!kSanitized) {
        const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
    }
}

[[noreturn]] void work_in_copy(const std::function<std::string()>& work, const ApartLimits& limits,
                               const OpenFile& answer) {
    confine(limits);
    // This is the main() of the copy: nothing may leave it, and its end must run nothing of the other process.
    try {
        const std::string message = work();
        _exit(answer.write(message) && answer.write({&kWhole, 1}) ? kDone : kFailedToSay);
    } catch (const std::bad_alloc&) {
        _exit(kOutOfMemory);
    } catch (const std::exception& thrown) {
        const std::string why = thrown.what();
        _exit(answer.write(why + kFailed) ? kThrew : kFailedToSay);
    }
}

struct Heard {
    std::string text;
    bool in_time = true;
};

Heard hear(const OpenFile& answer, std::chrono::seconds patience) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + patience;
    Heard heard;
    std::array<char, 1U << 16U> bytes{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) break;
        pollfd waiting{answer.descriptor(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 1000)));
        if (ready <= 0) continue;
        const auto got = ::read(answer.descriptor(), bytes.data(), bytes.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0 || heard.text.size() > kLongestMessage) return heard;
        heard.text.append(bytes.data(), static_cast<std::size_t>(got));
    }
    heard.in_time = false;
    return heard;
}

int wait_for(pid_t copy) {
    int status = 0;
    while (::waitpid(copy, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

std::string in_mebibytes(std::uintmax_t bytes) {
    return std::to_string(std::max<std::uintmax_t>(bytes >> 20U, 1)) + " MiB";
}

std::string why_ended(int status, const Heard& heard, const ApartLimits& limits) {
    if (!heard.in_time) return "took longer than " + std::to_string(limits.seconds) + " seconds";
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU) return "took longer than " + std::to_string(limits.seconds) + " seconds";
        if (signal == SIGKILL) return "was stopped by the system, probably for lack of memory";
        return std::string("crashed the reader (") + strsignal(signal) + ")";
    }
    if (WEXITSTATUS(status) == kOutOfMemory) return "needs more memory than " + in_mebibytes(limits.memory_bytes);
    if (heard.text.ends_with(kFailed)) return "stopped the reader: " + heard.text.substr(0, heard.text.size() - 1);
    return "stopped the reader";
}

}  // namespace

ApartOutcome run_apart(const std::function<std::string()>& work, const ApartLimits& limits) {
    std::array<int, 2> ends{};
    ensure(::pipe2(ends.data(), O_CLOEXEC) == 0, "no pipe to another process could be made");
    const OpenFile reading(ends[0]);
    OpenFile writing(ends[1]);
    const pid_t copy = ::fork();
    ensure(copy >= 0, "no other process could be started");
    if (copy == 0) work_in_copy(work, limits, writing);
    writing = OpenFile();
    const Heard heard = hear(reading, std::chrono::seconds(limits.seconds));
    if (!heard.in_time || heard.text.size() > kLongestMessage) ::kill(copy, SIGKILL);
    const int status = wait_for(copy);
    const bool well = heard.in_time && WIFEXITED(status) && WEXITSTATUS(status) == kDone;
    if (well && heard.text.ends_with(kWhole)) return {heard.text.substr(0, heard.text.size() - 1), {}};
    return {std::nullopt, why_ended(status, heard, limits)};
}

}  // namespace entente::datasets
