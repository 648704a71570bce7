using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class EncryptionConventions(SubjectEncryption encryption, ISqlGenerationHelper sql) : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        // First: the conventions after it must see the columns that it adds.
        conventionSet.ModelFinalizingConventions.Insert(0, new EncryptionConvention(encryption, sql));
        return conventionSet;
    }
}
