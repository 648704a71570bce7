using Microsoft.EntityFrameworkCore;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Research;

/// <summary>Reads what customers think of the assistant, so that it gets better [OCHAT-2.1].</summary>
[Purpose(Purposes.ServiceImprovement)]
public sealed class FeedbackReport(OChatContext ochat, IRestrictions restrictions)
{
    /// <summary>How long feedback is, on average: those who write much have much to say. Zero where nobody said anything.</summary>
    public async Task<double> AverageLengthAsync(CancellationToken cancel)
    {
        var lengths = new List<int>();
        foreach (var feedback in await ochat.Feedback.AsNoTracking().ToListAsync(cancel))
            if (await restrictions.HasNotObjectedAsync(
                    Subjects.Customer, feedback.CustomerId.ToString(), Purposes.ServiceImprovement, cancel)
                && await restrictions.IsUnrestrictedAsync(
                    Subjects.Customer, feedback.CustomerId.ToString(), Purposes.ServiceImprovement, cancel))
                lengths.Add(feedback.Text?.Length ?? 0);
        return lengths.Count == 0 ? 0 : lengths.Average();
    }
}
