namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Personal data was not handed out, because so many reads wait to be recorded that no more can.</summary>
/// <param name="waiting">How many.</param>
public sealed class AuditUnavailableException(int waiting) : InvalidOperationException(
    FormattableString.Invariant($"{waiting} reads of personal data wait to be recorded, and no more can: nothing was read. ")
    + "Is the database of the audit away, or is the application's host not started, whose service writes them?");
