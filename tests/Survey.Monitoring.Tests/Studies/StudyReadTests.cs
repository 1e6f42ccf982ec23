namespace Survey.Monitoring.Tests.Studies;

/// <summary>The study of the documentation, and what its keys come to.</summary>
public class StudyReadTests
{
    private static readonly Study Whole = StudyText.Read(File.ReadAllText(StudyText.Doc("study.yaml")));

    [Test]
    public void TheStudyOfTheDocumentationReads()
    {
        Study study = Study.Read(StudyText.Doc("study.yaml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.Title, Is.EqualTo(new LocalText("示范县建设健康县区居民健康调查", "Demo County residents' health survey")));
            Assert.That(study.Simulated);
            Assert.That(study.Folder, Is.EqualTo(Path.GetDirectoryName(StudyText.Doc("study.yaml"))));
            Assert.That(study.Columns, Has.Count.EqualTo(18));
            Assert.That(study.Missing, Is.EqualTo(["", "跳过", "(空)", "-3"]));
            Assert.That(study.Waves.Select(wave => (wave.Id, wave.Role)), Is.EqualTo([("2023", "baseline"), ("2024", "final")]));
        }
    }

    [Test]
    public void CodesStayTextsInTheirOrderAndGiveLevels()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Column("area").Codes, Is.EqualTo([("1", "城市"), ("2", "农村"), ("城镇", "城市"), ("乡村", "农村")]));
            Assert.That(Column("sex").As, Is.EqualTo(StudyColumnType.Category));
            Assert.That(Column("education").Levels, Is.EqualTo(["小学及以下", "初中", "高中/中专", "大专及以上"]));
            Assert.That(Column("smokeNow").Missing, Is.EqualTo(["9", "-3"]));
            Assert.That(Column("hypertension").Levels, Is.Empty);
            Assert.That(Column("hypertension").Codes, Is.EqualTo([("1", "true"), ("2", "false")]));
        }
    }

    [Test]
    public void ColumnsAreReadOrDerived()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Column("village").From, Is.EqualTo(["村居代码", "村(居)委会代码"]));
            Assert.That(Column("village").Digits, Is.EqualTo(12));
            Assert.That(Column("birth").Formats, Is.EqualTo(["yyyy-MM-dd", "yyyyMM", "excel"]));
            Assert.That(Column("town").Derive, Is.EqualTo("left(village, 9)"));
            Assert.That(Column("town").As, Is.Null);
            Assert.That(Column("town").Labels, Is.EqualTo(new LevelLabels(null, null, "抽样/乡镇名称.csv")));
            Assert.That(Column("ageGroup").Labels!.InOrder, Has.Count.EqualTo(6));
            Assert.That(Column("smokeNow").Labels!.ByLevel, Is.EqualTo([("daily", "每天吸"), ("some", "不是每天吸"), ("none", "不吸")]));
            Assert.That(Column("channel").Options, Is.EqualTo([("A", "电视"), ("B", "报纸"), ("C", "网络"), ("D", "医生")]));
            Assert.That(Column("channel").Multiple!.Separators, Is.EqualTo("┋,，、;；"));
            Assert.That(Column("hypertension").Title, Is.EqualTo(new LocalText("自报高血压", "Told to have hypertension")));
            Assert.That(Column("eligible").Unit, Is.EqualTo("persons"));
        }
    }

    [Test]
    public void WavesSayHowTheirFilesAreWritten()
    {
        StudyWave first = Whole.Waves[0], second = Whole.Waves[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Fieldwork, Is.EqualTo((new DateOnly(2023, 9, 4), new DateOnly(2023, 10, 20))));
            Assert.That((first.Files[0], first.Sheets[0], first.HeaderRow, first.Encoding), Is.EqualTo(("数据/2023/*.xlsx", "1", 2, (Survey.Files.TextEncoding?)null)));
            Assert.That((second.HeaderRow, second.Encoding, second.Delimiter), Is.EqualTo((1, Survey.Files.TextEncoding.Gb18030, ',')));
            Assert.That(first.Answers!.Columns, Is.EqualTo("Q{item}"));
            Assert.That(first.Answers.Options, Is.EqualTo([OptionForm.Letters]));
            Assert.That(second.Answers!.Multiple.Columns, Is.EqualTo("{item}({option})"));
            Assert.That(second.Answers.Multiple.Chosen, Is.EqualTo(["1", "选中"]));
            Assert.That(first.Duplicates!.Then, Is.EqualTo(DuplicateAction.Fail));
            Assert.That((second.Duplicates!.Then, second.Duplicates.By), Is.EqualTo((DuplicateAction.Last, "surveyed")));
        }
    }

    [Test]
    public void AWaveWritesAColumnOtherwiseKeyByKey()
    {
        StudyColumn own = Whole.Waves[1].Columns.Single(column => column.Name == "eligible");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(own.From, Is.EqualTo(["家庭常住15至69岁人口数"]));
            Assert.That((own.As, own.Unit), Is.EqualTo((StudyColumnType.Number, "persons")));
            Assert.That(own.Missing, Is.EqualTo(["99"]));
            Assert.That(Column("eligible").From, Is.EqualTo(["家庭15~69岁人数"]));
            Assert.That(Whole.Waves[0].Columns, Is.EqualTo(Whole.Columns));
            Assert.That(Whole.Waves[1].Columns.Select(column => column.Name), Is.EqualTo(Whole.Columns.Select(column => column.Name)));
        }
    }

    [Test]
    public void AWavesOwnCodesKeepTheOrderOfTheStudysLevels()
    {
        Study study = StudyText.Read(StudyText.With("{age: {from: 周岁}}", "{sex: {codes: {1: 女, 2: 男}}}"));
        StudyColumn own = study.Waves[1].Columns.Single(column => column.Name == "sex");
        Assert.That(own.Codes, Is.EqualTo([("1", "女"), ("2", "男")]));
        Assert.That(own.Levels, Is.EqualTo(["男", "女"]));
    }

    [Test]
    public void RulesAreReadInTheirOrder()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Whole.Eligibility.Select(rule => (rule.Keep, rule.Status)), Is.EqualTo([
                ("age between 15 and 69", RuleStatus.Ineligible), ("months > 6", RuleStatus.Ineligible), ("unanswered <= 10", RuleStatus.Invalid)]));
            Assert.That((Whole.Response.Disposition, Whole.Response.Drawn), Is.EqualTo(("result", (string?)null)));
            Assert.That(Whole.Response.By, Is.EqualTo(["town", "village"]));
            Assert.That(Whole.Lookups[0].Key, Is.EqualTo(["wave", "village"]));
            Assert.That(Whole.Lookups[0].Columns, Is.EqualTo([("drawn", "抽取户数"), ("present", "实有户数")]));
            Assert.That(Whole.PersonalData.Drop, Has.Count.EqualTo(5));
            Assert.That((Whole.PersonalData.Pseudonym!.As, Whole.PersonalData.Pseudonym.KeyFile), Is.EqualTo(("person", "密钥.txt")));
            Assert.That((Whole.Instrument!.Use, Whole.Instrument.Version, Whole.Instrument.Items), Is.EqualTo(("national-50", "2023", "问卷/题目.csv")));
            Assert.That(Whole.Instrument.DontKnow, Is.EqualTo(["不知道", "9"]));
            Assert.That(Whole.Design!.Strata, Is.EqualTo(["area"]));
            Assert.That((Whole.Design.SamePlaces, Whole.Design.Crosswalk), Is.EqualTo(((bool?)true, "抽样/村代码变更.csv")));
        }
    }

    [Test]
    public void OtherSectionsStayWithinReach()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((ListNode)Whole.Tree!["indicators"]!).Items, Has.Count.EqualTo(8));
            Assert.That(((MapNode)Whole.Tree!["judgement"]!).Text("confidence"), Is.EqualTo("95 %"));
            Assert.That(StudyText.Read(StudyText.Small).Tree!["report"], Is.Null);
        }
    }

    [TestCase("labels: {男: M, 女: F}", "labels: 标签.csv")]
    [TestCase("labels: {男: M, 女: F}", "labels: [M, F]")]
    [TestCase("columns: {drawn: 抽取}", "columns: {drawn: 抽取}, waves: [\"2023\"]}\n  - {file: 村2.csv, key: village, waves: [\"2024\"], columns: {drawn: 抽取}")]
    [TestCase("\"age >= 15\"", "\"Q1 = 1 and unanswered <= 10\"")]
    [TestCase("{item}({option})", "{option}")]
    [TestCase("samePlaces: unknown", "samePlaces: different")]
    [TestCase("missing: [\"\", -3]", "missing: \"\"")]
    [TestCase("as: date}", "as: date, formats: yyyy年M月d日}")]
    [TestCase("as: number, missing", "as: number, codes: {无: 0}, missing")]
    public void OtherWaysToWriteItReadToo(string old, string changed) => Assert.That(() => StudyText.Read(StudyText.With(old, changed)), Throws.Nothing);

    private static StudyColumn Column(string name) => Whole.Columns.Single(column => column.Name == name);
}
