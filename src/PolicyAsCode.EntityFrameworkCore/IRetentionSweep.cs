namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The retention of a context, for whoever runs it: a hosted service, a scheduler, a person.</summary>
public interface IRetentionSweep
{
    /// <summary>The controller's calendar: its time zone is the one in which days begin.</summary>
    RetentionCalendar Calendar { get; }

    /// <summary>
    /// Erases, blanks and anonymises everything whose time is over. Safe to run twice, and on several nodes: where the
    /// model has the run time's tables (<c>UsePrivacy()</c>), one of them sweeps and the others are told so.
    /// </summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancel">Stops between two batches; what is done stays done, and the next sweep goes on from there.</param>
    /// <exception cref="SweepFailedException">Some rules failed; the others went through.</exception>
    /// <exception cref="InvalidOperationException">The context has an open transaction, in which no batch could be final.</exception>
    Task<SweepReport> SweepAsync(SweepOptions? options = null, CancellationToken cancel = default);
}
