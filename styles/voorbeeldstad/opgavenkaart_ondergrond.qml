<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="graduatedSymbol" attr='coalesce("overlap_index", 0)' graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="0.000000000000000" upper="0.200000000000000" symbol="0" label="0 – 0,2  weinig opgaven samen" render="true"/>
      <range lower="0.200000000000000" upper="0.300000000000000" symbol="1" label="0,2 – 0,3  enkele opgaven samen" render="true"/>
      <range lower="0.300000000000000" upper="0.400000000000000" symbol="2" label="0,3 – 0,4" render="true"/>
      <range lower="0.400000000000000" upper="0.500000000000000" symbol="3" label="0,4 – 0,5" render="true"/>
      <range lower="0.500000000000000" upper="1.000000000000000" symbol="4" label="0,5 – 1  veel opgaven samen" render="true"/>
    </ranges>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="255,255,255,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="243,230,220,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="243,230,220,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="232,205,189,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="232,205,189,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="216,171,152,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="216,171,152,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="192,135,117,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="192,135,117,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
    <source-symbol>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="232,205,189,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="232,205,189,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </source-symbol>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>0.8</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
