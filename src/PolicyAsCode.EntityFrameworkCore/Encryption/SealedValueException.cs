namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is stored was not sealed, was changed, or was moved from another column or row.</summary>
public sealed class SealedValueException : InvalidOperationException
{
    internal SealedValueException(string column, string what)
        : base($"A value of {column} cannot be opened: {what}") => Column = column;

    /// <summary>The property that holds the value.</summary>
    public string Column { get; }
}
