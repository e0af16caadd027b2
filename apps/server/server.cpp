#include "server/server.hpp"

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "core/error.hpp"
#include "server/flights.hpp"
#include "server/session.hpp"
#include "server/sessions.hpp"

namespace entente::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr rlim_t kOtherFiles = 128;  // that the program may have open beside its connections
constexpr auto kPauseWithoutFiles = std::chrono::milliseconds(50);

// As many connections as there may be files, if the system gives fewer than we would take.
Limits within_system(Limits limits) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return limits;
    const rlim_t wanted = limits.connections + kOtherFiles;
    if (files.rlim_cur < wanted) {
        files.rlim_cur = files.rlim_max == RLIM_INFINITY ? wanted : std::min(wanted, files.rlim_max);
        static_cast<void>(setrlimit(RLIMIT_NOFILE, &files));
        static_cast<void>(getrlimit(RLIMIT_NOFILE, &files));
    }
    if (files.rlim_cur < wanted && files.rlim_cur > kOtherFiles) {
        limits.connections = static_cast<std::size_t>(files.rlim_cur - kOtherFiles);
    }
    return limits;
}

tcp::endpoint endpoint_of(const Address& address) {
    ErrorCode failed;
    const auto ip = asio::ip::make_address(address.host == "localhost" ? "127.0.0.1" : address.host, failed);
    require(!failed, "the host '" + address.host + "' is no IP address",
            "give 127.0.0.1, an address of this machine, or 0.0.0.0 for all of them");
    return {ip, address.port};
}

}  // namespace

struct Server::Parts {
    Parts(Served& which, Address where, const Limits& most)
        : address(std::move(where)),
          limits(within_system(most)),
          flights(limits, [this](std::function<void()> job) { asio::post(context, std::move(job)); }),
          sessions(limits),
          shared{which, address, limits, flights, sessions} {}

    void listen();
    void accept();
    void stop();

    Address address;
    Limits limits;
    asio::io_context context{1};
    tcp::acceptor acceptor{context};
    asio::signal_set signals{context};
    asio::steady_timer pause{context};
    Flights flights;
    Sessions sessions;
    Shared shared;
};

void Server::Parts::listen() {
    const auto endpoint = endpoint_of(address);
    ErrorCode failed;
    failed = acceptor.open(endpoint.protocol(), failed);
    if (!failed) failed = acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) failed = acceptor.bind(endpoint, failed);
    if (!failed) failed = acceptor.listen(asio::socket_base::max_listen_connections, failed);
    const auto port = std::to_string(address.port);
    require(failed != asio::error::address_in_use, "port " + port + " is used by another program",
            "give another one with --port, or --port 0 for any that is free");
    require(failed != asio::error::access_denied, "port " + port + " may not be used by this user",
            "give one from 1024 on with --port");
    require(!failed, "cannot listen on " + address.host + " port " + port + ": " + failed.message(),
            "give an address of this machine with --host");
    static_cast<void>(fcntl(acceptor.native_handle(), F_SETFD, FD_CLOEXEC));
    // Caught from now on, so that whoever reads the URL can end it.
    signals.add(SIGINT);
    signals.add(SIGTERM);
    address.port = acceptor.local_endpoint().port();
    shared.address = address;
}

void Server::Parts::accept() {
    acceptor.async_accept([this](const ErrorCode& failed, tcp::socket socket) {
        if (failed == asio::error::operation_aborted) return;
        if (failed) {
            // No files left, most likely: whoever is slowest gives one back.
            static_cast<void>(sessions.make_room());
            pause.expires_after(kPauseWithoutFiles);
            pause.async_wait([this](const ErrorCode& cancelled) {
                if (!cancelled) accept();
            });
            return;
        }
        if (sessions.make_room()) {
            ErrorCode ignored;
            ignored = socket.set_option(tcp::no_delay(true), ignored);
            const auto session = std::make_shared<Session>(std::move(socket), shared);
            sessions.add(session);
            session->start();
        }
        accept();
    });
}

void Server::Parts::stop() {
    ErrorCode ignored;
    ignored = acceptor.close(ignored);
    pause.cancel();
    ignored = signals.cancel(ignored);
    flights.stop();
    sessions.close_all();
    context.stop();
}

Server::Server(Served& served, const Address& address, const Limits& limits)
    : parts_(std::make_unique<Parts>(served, address, limits)) {
    parts_->listen();
}

// NOLINTNEXTLINE(bugprone-exception-escape): a lock that cannot be had ends the program
Server::~Server() {
    parts_->stop();
}

const Address& Server::address() const noexcept {
    return parts_->address;
}

std::string Server::url() const {
    const auto& [host, port] = parts_->address;
    const bool is_ipv6 = host.find(':') != std::string::npos;
    std::string url = "http://" + (is_ipv6 ? '[' + host + ']' : host) + ':' + std::to_string(port) + '/';
    if (const auto& editing = parts_->shared.served.editing()) url += "?token=" + editing->token;
    return url;
}

void Server::run() {
    parts_->signals.async_wait([this](const ErrorCode& cancelled, int) {
        if (!cancelled) parts_->stop();
    });
    parts_->accept();
    parts_->context.run();
}

}  // namespace entente::server
