namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says whom a breach touches, with which data, and how long there is to tell them and the authority.</summary>
public interface IBreachReports
{
    /// <summary>Looks into it. Counts are made by the database, whole sets at a time.</summary>
    /// <param name="scope">What got into wrong hands.</param>
    /// <param name="knownAt">When the controller came to know: from then the hours count.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="ArgumentException">An entity is none with personal data, or the trail does not know the actor.</exception>
    Task<BreachReport> ReportAsync(BreachScope scope, DateTimeOffset knownAt, CancellationToken cancel = default);

    /// <summary>The people themselves, one after the other, to be told: each once for each kind of person that they are.</summary>
    /// <param name="scope">What got into wrong hands.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="ArgumentException">An entity is none with personal data, or the trail does not know the actor.</exception>
    IAsyncEnumerable<PrivacySubject> PeopleAsync(BreachScope scope, CancellationToken cancel = default);
}
