namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A value of an encrypted property would have gone to the database in the clear; nothing was sent.</summary>
public sealed class NotSealedException : InvalidOperationException
{
    internal NotSealedException(string column, string what)
        : base($"{column} is encrypted: {what}") => Column = column;

    /// <summary>The property.</summary>
    public string Column { get; }
}
