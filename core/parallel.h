// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sched.h>
#endif

namespace koppelkans
{

//! On how many processors this process may run: a batch system may have given it fewer than there are.
inline std::size_t processors()
{
#ifdef __linux__
  cpu_set_t allowed;
  if ( sched_getaffinity( 0, sizeof allowed, &allowed ) == 0 )
    return static_cast<std::size_t>( std::max( 1, CPU_COUNT( &allowed ) ) );
#endif
  return std::max( 1U, std::thread::hardware_concurrency() );
}

/**
 * Calls \a work( i ) for each i below \a count, one at a time on each processor, in no particular order.
 *
 * This thread works too, and is the only one that reports. No call may write what another reads, so that the outcome
 * does not depend on the number of threads. The first exception, Cancelled included, lets the calls under way end and
 * is then thrown on as it was.
 */
template <class Work>
void parallelFor( std::size_t count, Progress &progress, const Work &work )
{
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  std::exception_ptr failure;
  std::mutex failureLock;
  const auto run = [&]( bool reports )
  {
    try
    {
      for ( std::size_t i = next++; i < count; i = next++ )
      {
        progress.check();
        work( i );
        ++done;
        if ( reports )
          progress.report( static_cast<double>( done ) / static_cast<double>( count ) );
      }
    }
    catch ( ... )
    {
      next = count;
      const std::lock_guard lock( failureLock );
      if ( !failure )
        failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    const std::size_t threads = std::min( processors(), count );
    for ( std::size_t i = 1; i < threads; ++i )
      others.emplace_back( run, false );
    run( true );
  }
  if ( failure )
    std::rethrow_exception( failure );
}

} // namespace koppelkans
