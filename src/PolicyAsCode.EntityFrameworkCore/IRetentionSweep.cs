namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The retention of a context, for whoever runs it: a hosted service, a scheduler, a person.</summary>
public interface IRetentionSweep
{
    /// <summary>Erases, blanks and anonymises everything whose time is over. Safe to run twice.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancel">Stops between two batches; what is done stays done, and the next sweep goes on from there.</param>
    Task<SweepReport> SweepAsync(SweepOptions? options = null, CancellationToken cancel = default);
}
