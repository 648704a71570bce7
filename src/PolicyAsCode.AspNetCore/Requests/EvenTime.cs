using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.AspNetCore;

/// <summary>Rounds the time of an answer up, so that it says nothing of what was found.</summary>
internal sealed class EvenTime(IOptions<PrivacyRequestPagesOptions> options)
{
    // Real time, whatever clock the application runs on: it is what somebody outside can measure.
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            var step = options.Value.AnswerTime;
            if (step > TimeSpan.Zero)
            {
                var taken = Stopwatch.GetElapsedTime(begun);
                var whole = step * Math.Ceiling(taken / step);
                await Task.Delay(whole - taken, cancel).ConfigureAwait(false);
            }
        }
    }
}
