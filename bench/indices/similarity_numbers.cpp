// S, κ and π of all pairs of all years, timed, and compared with those that rival_similarity.R wrote.
//   similarity_numbers [RIVAL.bin]
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "indices/official_profiles.hpp"
#include "indices/profile_similarity.hpp"

namespace {

using namespace entente;

struct Seconds {
    double wall = 0;
    double processor = 0;
};

template <class Work>
Seconds seconds_of(const Work& work) {
    const auto started = std::chrono::steady_clock::now();
    const auto processor = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count(),
            static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

std::vector<indices::PairSimilarity> pairs_of(const bench::ProfilesOfYear& year, const indices::ProfileScale& scale) {
    const indices::ProfileMatrix profiles(year.levels, year.states.size(), year.targets, scale);
    std::vector<indices::PairSimilarity> pairs(indices::number_of_pairs(year.states.size()));
    indices::compare_all_pairs(profiles, pairs);
    return pairs;
}

// What the rival wrote, in its order: for each series and year the year, the number of states and their codes, then S,
// κ and π of all pairs in the order of compare_all_pairs; NaN where it has no value.
class Rival {
public:
    explicit Rival(const char* file) : file_(file, std::ios::binary) {}

    void compare(const bench::ProfilesOfYear& year, const std::vector<indices::PairSimilarity>& pairs) {
        const auto head = numbers(2 + year.states.size());
        bool same = head[0] == year.year && head[1] == static_cast<double>(year.states.size());
        for (std::size_t i = 0; same && i < year.states.size(); ++i) same = head[2 + i] == year.states[i];
        if (!same) {
            std::printf("  the two have other states in %d: %.0f, %.0f of them\n", year.year, head[0], head[1]);
            std::exit(1);
        }
        const auto values = numbers(3 * pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            compare(pairs[i].s_absolute, values[3 * i]);
            compare(pairs[i].kappa, values[3 * i + 1]);
            compare(pairs[i].pi, values[3 * i + 2]);
        }
    }

    void print() const {
        std::printf("  against R: %zu values, %zu missing in both, %zu missing in one, largest difference %.1e\n",
                    values_, missing_, only_one_, largest_);
    }

private:
    std::vector<double> numbers(std::size_t count) {
        std::vector<double> read(count);
        file_.read(reinterpret_cast<char*>(read.data()), static_cast<std::streamsize>(count * sizeof(double)));
        if (!file_) {
            std::puts("  the rival's file is too short");
            std::exit(1);
        }
        return read;
    }

    void compare(const std::optional<double>& ours, double theirs) {
        if (!ours && std::isnan(theirs)) {
            ++missing_;
        } else if (!ours || std::isnan(theirs)) {
            ++only_one_;
        } else {
            ++values_;
            largest_ = std::max(largest_, std::abs(*ours - theirs));
        }
    }

    std::ifstream file_;
    std::size_t values_ = 0;
    std::size_t missing_ = 0;
    std::size_t only_one_ = 0;
    double largest_ = 0;
};

void report(const bench::ProfileSeries& series, Rival* rival) {
    const auto seconds = seconds_of([&] {
        for (const auto& year : series.years) (void)pairs_of(year, series.scale);
    });
    std::printf("%-10s %zu years, %zu pairs: %.3f s, of processor %.3f s\n", series.name, series.years.size(),
                bench::pairs_in(series), seconds.wall, seconds.processor);
    if (rival == nullptr) return;
    for (const auto& year : series.years) rival->compare(year, pairs_of(year, series.scale));
    rival->print();
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = bench::official_folder();
    bench::ProfileSeries alliances;
    bench::ProfileSeries votes;
    const auto reading = seconds_of([&] {
        alliances = bench::read_alliance_profiles(folder);
        votes = bench::read_vote_profiles(folder);
    });
    std::printf("reading the files: %.2f s\n", reading.wall);
    for (const auto* series : {&alliances, &votes}) {
        if (argc < 2) {
            report(*series, nullptr);
            continue;
        }
        // Each series has its own file: RIVAL.bin.alliances, RIVAL.bin.votes.
        Rival rival((std::string(argv[1]) + "." + series->name).c_str());
        report(*series, &rival);
    }
    return 0;
}
