using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Opens text; stores only what was sealed.</summary>
internal sealed class SealedStringConverter(SealedColumn column) : ValueConverter<string, string>(
    value => column.Store(value), stored => column.ReadText(stored)!), ISealedConverter
{
    public SealedColumn Column => column;
}
