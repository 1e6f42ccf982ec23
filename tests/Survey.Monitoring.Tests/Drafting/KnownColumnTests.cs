using Survey.Files;
using Survey.Monitoring.Drafting;

namespace Survey.Monitoring.Tests.Drafting;

/// <summary>What headings of county surveys are called, and which only look like them.</summary>
public sealed class KnownColumnTests
{
    [TestCase("village", "村居代码", "村委会代码", "村(社区)代码", "社区(村)代码", "村(居)委会代码", "51、村(居)委会代码", "村/社区编码", "居委会代码", "行政村代码", "村(居)编码", "所在村代码", "村（社区）代码", "您所在的村居代码", "village_code")]
    [TestCase("villageName", "村(社区)名称", "村居名称", "村名", "社区名称", "村/社区", "村(居)", "所在村")]
    [TestCase("townCode", "乡镇代码", "街道代码", "乡镇(街道)代码", "乡镇/街道编码", "镇(街道)代码", "镇街代码", "所在乡镇代码", "town_code")]
    [TestCase("townName", "乡镇", "街道", "乡镇(街道)", "乡镇(街道)名称", "镇街", "town")]
    [TestCase("countyCode", "县区代码", "县(区)编码", "区县代码", "县代码")]
    [TestCase("countyName", "县区名称", "县区", "县(市、区)")]
    [TestCase("id", "问卷编号", "序号", "编号", "*问卷编号", "问卷ID", "调查对象编码", "No.", "id")]
    [TestCase("household", "家庭编码", "户编号", "住户编码", "户号")]
    [TestCase("area", "城乡", "52、您家所在地", "城乡类型", "居住地类型")]
    [TestCase("sex", "性别", "*性别", "1、您的性别", "*1、您的性别:", "性别(单选题)", "sex", "Gender")]
    [TestCase("birth", "出生日期", "出生年月", "您的出生年月日", "birthday")]
    [TestCase("age", "年龄", "年龄(岁)", "2、您的年龄是?", "您的实足年龄", "周岁年龄", "Age")]
    [TestCase("ageGroup", "年龄组", "年龄段", "您的年龄段", "ageGroup")]
    [TestCase("education", "文化程度", "55、您的文化程度", "最高学历", "您的受教育程度")]
    [TestCase("occupation", "职业", "56、您的职业", "职业类型")]
    [TestCase("marital", "婚姻状况", "您的婚姻状况")]
    [TestCase("ethnicity", "民族")]
    [TestCase("registration", "户籍", "户口性质", "您的户口类型")]
    [TestCase("insurance", "医保类型", "医疗保险类型")]
    [TestCase("eligible", "家庭15~69岁人数", "57、您家中15~69岁的人数", "家庭常住15至69岁人口数", "合格人数")]
    [TestCase("members", "家庭人口数", "家庭常住人口")]
    [TestCase("kishTable", "KISH表号", "Kish表代码", "KISH表", "抽样表号")]
    [TestCase("selectedRank", "抽中成员序号", "被抽中者序号")]
    [TestCase("replaced", "是否替换", "是否为置换户", "是否为替换户")]
    [TestCase("months", "居住月数", "59、过去一年在本县居住的月数", "过去12个月您在本地居住了几个月")]
    [TestCase("income", "家庭年收入", "您的家庭年收入(元)", "家庭人均收入", "月收入")]
    [TestCase("selfRatedHealth", "自评健康", "健康自评", "您认为自己的健康状况如何")]
    [TestCase("secondHand", "61、过去7天内是否接触二手烟", "被动吸烟")]
    [TestCase("quit", "戒烟情况", "您是否戒烟", "过去12个月您尝试戒烟吗")]
    [TestCase("cigarettes", "每天吸烟支数", "您现在每天吸多少支烟")]
    [TestCase("smokeEver", "曾经吸烟", "您吸过烟吗", "吸烟史")]
    [TestCase("smokeNow", "60、您现在吸烟吗", "现在吸烟", "是否吸烟", "吸烟状况")]
    [TestCase("alcohol", "是否饮酒", "饮酒频率", "您的饮酒情况")]
    [TestCase("exercise", "体育锻炼", "您每周锻炼几次", "锻炼频率")]
    [TestCase("chronicDisease", "慢性病", "您是否患有慢性病")]
    [TestCase("hypertension", "62、医生是否说过您有高血压", "高血压")]
    [TestCase("diabetes", "糖尿病", "医生是否诊断您有糖尿病")]
    [TestCase("height", "身高", "身高(cm)", "您的身高")]
    [TestCase("bodyWeight", "体重(kg)", "体重(公斤)", "您的体重")]
    [TestCase("waist", "腰围(cm)")]
    [TestCase("systolic", "收缩压(mmHg)")]
    [TestCase("diastolic", "舒张压")]
    [TestCase("channel", "63、您通过哪些途径获取健康知识", "信息来源")]
    [TestCase("surveyed", "调查日期", "提交答卷时间", "填表时间")]
    [TestCase("started", "开始时间", "调查开始时间")]
    [TestCase("ended", "结束时间", "调查结束时间")]
    [TestCase("duration", "所用时间", "答题时长")]
    [TestCase("result", "入户结果", "65、入户结果", "应答情况")]
    [TestCase("usable", "是否有效问卷")]
    [TestCase("weight", "权重", "抽样权重", "weight")]
    public void AreKnown(string name, params string[] headings) =>
        Assert.That(headings.Select(heading => $"{heading}: {KnownColumn.Of(Folding.Fold(heading))?.Name}"), Is.EqualTo(headings.Select(heading => $"{heading}: {name}")));

    [Test]
    public void EveryKnownColumnIsFoundByItsOwnHeadings()
    {
        var wrong = from known in KnownColumns.All
                    from heading in known.Headings
                    let found = KnownColumn.Of(Folding.Fold(heading))
                    where found != known
                    select $"{heading}: {found?.Name}, not {known.Name}";
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("家中最年长者年龄")]
    [TestCase("58、您家中最年长者的年龄")]
    [TestCase("户主年龄")]
    [TestCase("配偶的文化程度")]
    [TestCase("开始吸烟的年龄")]
    [TestCase("户主性别")]
    [TestCase("村医姓名")]
    [TestCase("社区医生编码")]
    [TestCase("乡镇卫生院代码")]
    [TestCase("调查员编号")]
    [TestCase("设备编号")]
    [TestCase("language")]
    [TestCase("家人是否吸烟")]
    [TestCase("关于高血压的说法,正确的是")]
    [TestCase("糖尿病患者随访次数")]
    [TestCase("职业病防治知识")]
    [TestCase("收入来源")]
    [TestCase("您所在的街道环境如何")]
    [TestCase("您所在村是否有卫生室")]
    [TestCase("重量")]
    [TestCase("控制体重")]
    [TestCase("城乡居民医疗保险")]
    [TestCase("Q1")]
    public void AreNot(string heading) => Assert.That(KnownColumn.Of(heading)?.Name, Is.Null);
}
