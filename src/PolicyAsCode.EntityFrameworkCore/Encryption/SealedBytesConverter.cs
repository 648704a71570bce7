using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Opens bytes; stores only what was sealed.</summary>
internal sealed class SealedBytesConverter(SealedColumn column) : ValueConverter<byte[], string>(
    value => column.Store(value), stored => column.ReadBytes(stored)!), ISealedConverter
{
    public SealedColumn Column => column;
}
