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

namespace koppelkans
{

/**
 * Calls \a work( i ) for every i below \a count, on all processors, in no particular order.
 *
 * What one call writes no other may touch; so the outcome does not depend on the number of threads. The first exception
 * stops all threads and is thrown on; so is Cancelled.
 */
template <typename Work>
void inParallel( std::size_t count, Progress &progress, const Work &work )
{
  constexpr std::size_t chunk = 16;
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stopped = false;
  std::exception_ptr failure;
  std::mutex failureMutex;

  const auto run = [&]( bool reports )
  {
    try
    {
      while ( !stopped )
      {
        const std::size_t begin = next.fetch_add( chunk );
        if ( begin >= count )
          return;
        progress.check();
        for ( std::size_t i = begin; i < std::min( begin + chunk, count ); ++i )
          work( i );
        if ( reports )
          progress.report( static_cast<double>( begin ) / static_cast<double>( count ) );
      }
    }
    catch ( ... )
    {
      const std::lock_guard lock( failureMutex );
      if ( !failure )
        failure = std::current_exception();
      stopped = true;
    }
  };

  {
    const std::size_t useful = ( count + chunk - 1 ) / chunk;
    const std::size_t threads = std::min<std::size_t>( std::max( 1u, std::thread::hardware_concurrency() ), useful );
    std::vector<std::jthread> others;
    for ( std::size_t i = 1; i < threads; ++i )
      others.emplace_back( run, false );
    run( true );
  }
  if ( failure )
    std::rethrow_exception( failure );
}

} // namespace koppelkans
